"""The pieces that cards are made of: elements, inputs, buttons, words, dates."""
