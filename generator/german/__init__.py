"""What the generator knows of German: how names inflect, how numbers and dates are written, where sentences end."""
