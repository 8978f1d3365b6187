/// Reads Protocol Buffers messages of any type from mapped memory.
///
/// The library's own parser copies all that it reads to the heap, takes a few bytes of input for an object of a hundred,
/// and tells the position of no error. So a message is read in two steps. [MessageScanner] walks over the encoded bytes
/// once, without recursion, guided by the message's descriptor: it checks their form, counts the heap that the message
/// will need against a [HeapBudget], and writes a [CondensedMessage], which leaves out unknown fields and the contents of
/// long `bytes` fields. The library parses that, and [KeptBytes] then puts the long fields in their places as windows on
/// the mapped memory.
///
/// Source: the [encoding of Protocol Buffers](https://protobuf.dev/programming-guides/encoding/).
package org.sardonyx.frontend.protobuf;
