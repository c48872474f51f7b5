"""What a pitch may sound like to the PM who hears it: wording checked rule by rule, each with its source."""
