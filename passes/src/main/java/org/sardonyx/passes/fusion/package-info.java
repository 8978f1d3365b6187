/// Groups the nodes of a graph into kernels.
///
/// [org.sardonyx.passes.fusion.FuseGroups] goes through the nodes in order. Each begins a group of its own, which is then
/// joined with the groups of its operands as far as the forms of [org.sardonyx.ir.operator.Fusion] and the
/// [org.sardonyx.passes.fusion.FusionLimits] allow, and as no value would have to leave a group and come back into it. What
/// is left alone stays a plain node.
package org.sardonyx.passes.fusion;
