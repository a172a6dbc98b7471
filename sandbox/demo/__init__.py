"""The tenant to look at: one company, three people whose screens one sees, and buttons that let
time and others go on.
"""
