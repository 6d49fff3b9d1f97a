package io.ergo;

/**
 * What something is, for people and for other nodes: name, release, commit and licence. Each part may be empty.
 *
 * @param name the name
 * @param release the release, such as 1.2.0
 * @param commit the commit it was built from
 * @param license the licence
 */
public record Version(String name, String release, String commit, String license) {

    /** Licence. */
    public static final String MIT = "MIT";
    /** Licence. */
    public static final String BUSINESS_SOURCE = "Business Source License 1.1";

    private static final Version NONE = new Version("", "", "", "");

    /** Checks that no part is missing. */
    public Version {
        Checks.present("the name of a version", name);
        Checks.present("the release of version '" + name + "'", release);
        Checks.present("the commit of version '" + name + "'", commit);
        Checks.present("the licence of version '" + name + "'", license);
    }

    /** Returns the version of what has none; its text is empty. */
    public static Version none() {
        return NONE;
    }

    /** Returns a version without commit and licence. */
    public static Version of(String name, String release) {
        return new Version(name, release, "", "");
    }

    /** Returns a copy with the commit. */
    public Version withCommit(String hash) {
        return new Version(name, release, hash, license);
    }

    /** Returns a copy with the licence. */
    public Version withLicense(String text) {
        return new Version(name, release, commit, text);
    }

    /** Returns {@code name:release}, also without a name. */
    public String shortText() {
        return name + ":" + release;
    }

    /** Returns {@code name:release[commit]}, without the brackets if there is no commit; empty without a name. */
    @Override
    public String toString() {
        if (name.isEmpty()) {
            return "";
        }
        return commit.isEmpty() ? shortText() : shortText() + "[" + commit + "]";
    }
}
