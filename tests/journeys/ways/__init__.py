"""Five ways onward, each told to its end in a real browser, by the people whose part it is."""
