/** Who is signed in to the fake RSpace, and who else works there. */
export const ME = { userName: 'mwelling', fullName: 'Mira Welling' };
export const COLLEAGUE = { userName: 'jokonkwo', fullName: 'Jonas Okonkwo' };

/** @returns the name by which RSpace calls a user. */
export const fullNameOf = (userName: string): string =>
  [ME, COLLEAGUE].find((person) => person.userName === userName)?.fullName ?? userName;
