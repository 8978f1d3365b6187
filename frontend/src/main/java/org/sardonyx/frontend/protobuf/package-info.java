/// Reads Protocol Buffers messages of any type from mapped memory.
///
/// The library's own parser copies all that it reads to the heap, makes an object of a hundred bytes of two bytes of
/// input, and tells the position of no error. So a message is read in two steps. [MessageScanner] walks over the encoded
/// bytes once, without recursion, guided by the message's descriptor: it checks their form, counts the heap that the
/// message will need against a [HeapBudget], and writes a [CondensedMessage], in which unknown fields are left out and the
/// content of an [InPlaceField] is replaced by its place in the source. The library parses that.
///
/// Source: the [encoding of Protocol Buffers](https://protobuf.dev/programming-guides/encoding/).
package org.sardonyx.frontend.protobuf;
