// Looks for the number whose SHA-256 hash behind the salt is the challenge. Written out, because the browser's own hashes are not
// there on a page without https.
"use strict";

const K = new Uint32Array(64);
const START = new Uint32Array(8);
(() => {
    const fraction = (x) => (x - Math.floor(x)) * 4294967296;
    let found = 0;
    for (let candidate = 2; found < 64; candidate++) {
        let prime = true;
        for (let divisor = 2; divisor * divisor <= candidate; divisor++) {
            prime = prime && candidate % divisor !== 0;
        }
        if (prime) {
            if (found < 8) {
                START[found] = fraction(Math.sqrt(candidate));
            }
            K[found++] = fraction(Math.cbrt(candidate));
        }
    }
})();

const words = new Uint32Array(64);
const turn = (x, by) => (x >>> by) | (x << (32 - by));

const block = (state, bytes, from) => {
    for (let i = 0; i < 16; i++) {
        const at = from + 4 * i;
        words[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
    }
    for (let i = 16; i < 64; i++) {
        const a = words[i - 15];
        const b = words[i - 2];
        words[i] = words[i - 16] + words[i - 7]
            + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
        const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + words[i]) | 0;
        const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    state[0] += a; state[1] += b; state[2] += c; state[3] += d;
    state[4] += e; state[5] += f; state[6] += g; state[7] += h;
};

const sha256 = (text) => {
    const length = text.length;
    const bytes = new Uint8Array(Math.ceil((length + 9) / 64) * 64);
    for (let i = 0; i < length; i++) {
        bytes[i] = text.charCodeAt(i);
    }
    bytes[length] = 128;
    new DataView(bytes.buffer).setUint32(bytes.length - 4, length * 8);
    const state = new Uint32Array(START);
    for (let from = 0; from < bytes.length; from += 64) {
        block(state, bytes, from);
    }
    return state;
};

onmessage = ({data}) => {
    const wanted = data.challenge.match(/.{8}/g).map((part) => parseInt(part, 16));
    for (let number = 0; number <= data.most; number++) {
        const hash = sha256(data.salt + number);
        if (hash[0] === wanted[0] && wanted.every((word, i) => hash[i] === word)) {
            postMessage(number);
            return;
        }
    }
    postMessage(-1);
};
