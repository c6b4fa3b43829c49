package org.yangguang.organ;

/** How to reach an organ's disclosure office; empty strings where nothing is on file. */
public record Contact(String address, String postCode, String phone, String fax, String email, String officeHours) {

    public static final Contact NONE = new Contact("", "", "", "", "", "");
}
