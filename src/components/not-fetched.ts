/** Said where something that is fetched when it is asked for does not come. */
export const notFetched = 'This could not be fetched just now. Try again in a moment.';
