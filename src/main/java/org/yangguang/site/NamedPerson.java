package org.yangguang.site;

/** A signed-in principal who is called by a name, not by the login. */
public interface NamedPerson {

    String displayName();
}
