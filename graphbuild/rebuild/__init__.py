"""Composition: from inputs to a published snapshot, and from a snapshot to answers.

`run` is the recipe of a rebuild; `world` opens what a snapshot knows, at any as-of date. Only this
package and `cli` put stages together.
"""
