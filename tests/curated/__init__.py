"""Tests of graphbuild.curated."""
