/** Texts that several entries show. */

export const NEW_PLATFORM = 'Takes the CTI platform V3R8 or newer.';

export const SINCE_8_13 = 'For versions of CEC before 8.13. Newer ones have a faster operation of the same name.';

export const STANDALONE = 'Only where CEC is deployed on its own, and with the keys of its operator.';
