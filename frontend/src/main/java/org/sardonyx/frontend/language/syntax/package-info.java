/// The text of the layer language as a tree: what a person wrote, before anything of it is looked up or computed.
/// [org.sardonyx.frontend.language.syntax.SourceParser] reads it, [org.sardonyx.frontend.language.syntax.SourcePrinter]
/// prints it in one form, which reads back as the same tree.
package org.sardonyx.frontend.language.syntax;
