import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** As many hex digits tell a day's posts of the world apart: 96 bits. */
const digits = 24;

/**
 * Stands for something that names a person. The same text gives the same digest, so that what arrives twice is
 * known; who it was cannot be read back from it.
 */
export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text))).slice(0, digits);
