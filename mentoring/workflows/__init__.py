"""Durable workflows and timers on DBOS: what happens outside, exactly as often as the state asks
for it.
"""
