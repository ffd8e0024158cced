/** Scores closer than this are equal: their last digits are the order of the additions. */
export const tie = 1e-9;
