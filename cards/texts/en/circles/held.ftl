held-circle = So that you are in the circles that you have chosen, and can leave them at any time.
