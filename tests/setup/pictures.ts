import process from 'node:process';

/** Pictures are for people, who look at them when something looks different: by themselves the tests take none. */
export const picturesAreWanted = process.env.PICTURES === '1';
