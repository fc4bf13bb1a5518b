"""Flows and entities as a networkx multigraph, and its readings.

Build: flows, entities, rates, as-of -> `networkx.MultiDiGraph` with edge key = flow_id.
Read: `projections` (who pays, who is exposed, who owns), `export` (JSON, GraphML, CSV).
Not here: any number about the graph (`scores`), any colour (`maps`).
"""
