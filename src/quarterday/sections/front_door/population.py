"""What a reader must know of the rates of this section."""

POPULATION = "The population is the mid-year estimate of children 0 to 17 of the year before (R28); never annualised."
