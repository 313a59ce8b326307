/** Whether an address is on an allow list of addresses and networks (CIDR), IPv4 and IPv6. */

interface Network {
	bits: bigint;
	size: 32 | 128;
	prefix: number;
}

/** True when the list is empty or holds the address; entries that are no address match nothing. */
export function isAllowed(address: string, allowed: string[]): boolean {
	if (allowed.length === 0) return true;
	const caller = readNetwork(address);
	return caller !== undefined && allowed.some((entry) => contains(readNetwork(entry), caller));
}

/** Entries of an allow list that are neither an address nor a network. */
export function unreadableAddresses(allowed: string[]): string[] {
	return allowed.filter((entry) => readNetwork(entry) === undefined);
}

function contains(network: Network | undefined, caller: Network): boolean {
	if (!network || network.size !== caller.size) return false;
	const shift = BigInt(network.size - network.prefix);
	return network.bits >> shift === caller.bits >> shift;
}

function readNetwork(text: string): Network | undefined {
	const [address, length] = text.trim().split('/');
	// Node reports IPv4 callers of an IPv6 socket as ::ffff:192.0.2.1.
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
	const bits = plain.includes(':') ? ipv6(plain) : ipv4(plain);
	const size = plain.includes(':') ? 128 : 32;
	// An empty length must not count as 0, which would let everyone in.
	const prefix = length === undefined ? size : /^\d+$/.test(length) ? Number(length) : NaN;
	if (bits === undefined || !Number.isInteger(prefix) || prefix < 0 || prefix > size) return undefined;
	return { bits, size, prefix };
}

function ipv4(text: string): bigint | undefined {
	const parts = text.split('.');
	if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
	return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
}

function ipv6(text: string): bigint | undefined {
	const [head, tail, ...more] = text.split('::');
	if (more.length > 0) return undefined;
	const left = head === '' ? [] : head.split(':');
	const right = tail === undefined || tail === '' ? [] : tail.split(':');
	const missing = 8 - left.length - right.length;
	if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
	const groups = [...left, ...new Array<string>(Math.max(missing, 0)).fill('0'), ...right];
	if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
	return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}
