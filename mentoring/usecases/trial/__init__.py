"""A try: the programme played to one owner alone, with invented people."""
