/** Who is signed in to the fake RSpace, and who else works there. */
export const ME = { userName: 'mwelling', fullName: 'Mira Welling' };
export const COLLEAGUE = { userName: 'jokonkwo', fullName: 'Jonas Okonkwo' };
