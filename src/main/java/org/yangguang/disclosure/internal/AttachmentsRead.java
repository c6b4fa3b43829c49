package org.yangguang.disclosure.internal;

import org.yangguang.disclosure.ItemId;

/** The words of what is attached to an item that went public are known now. */
record AttachmentsRead(ItemId item) {}
