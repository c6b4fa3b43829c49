package org.yangguang.request;

/** Identity of an application for disclosure (政府信息公开申请). */
public record CaseId(long value) {}
