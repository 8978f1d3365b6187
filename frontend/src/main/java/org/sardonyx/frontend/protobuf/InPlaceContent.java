package org.sardonyx.frontend.protobuf;

import java.lang.foreign.MemorySegment;

import com.google.protobuf.Message;

/// A message whose [InPlaceField] is elsewhere.
///
/// @param rest the message with all its other fields, and without those that stand for the one elsewhere
/// @param bytes the content of the field
public record InPlaceContent(Message rest, MemorySegment bytes) {}
