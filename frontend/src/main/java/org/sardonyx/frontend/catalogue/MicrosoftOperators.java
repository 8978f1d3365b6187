package org.sardonyx.frontend.catalogue;

final class MicrosoftOperators {
    private MicrosoftOperators() {}

    static void define(Catalogue.Builder c) {}
}
