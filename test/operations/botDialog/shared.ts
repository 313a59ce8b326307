/** Conversations with the bots of the simulator, as whoever talks to them without this package begins them. */
import { CHAT, HOTLINE, talk, type Talk } from '../../simulator/bot-desk';
import type { Bench } from '../../support/bench';

export { CHAT, HOTLINE };
/** Bots behind which people stand: they answer in its place, or watch. */
export const ANSWERED = '880000000000000103';
export const WATCHED = '880000000000000104';
export const NOBODY = '999';

export const ID = 'customer-1';
export const CUSTOMER = '447700900400';
export const NOT_OPEN = '{ "open": false }';

export const DOES_NOT_EXIST = /HTTP 500/;

/** A customer who has been greeted, and has said so much. */
export async function greeted(bench: Bench, accessCode = CHAT, ...says: string[]): Promise<Talk> {
	const one = await talk(bench.sim, accessCode, ID);
	await one.begin(CUSTOMER);
	for (const words of says) await one.say(words);
	return one;
}

/** A customer whom the bot wants to know the length of a queue for. */
export const asking = async (bench: Bench): Promise<Talk> => await greeted(bench, CHAT, 'person', 'my bill is wrong');

/** A customer whom the bot wants to hand over to a person. */
export async function transferring(bench: Bench): Promise<Talk> {
	const one = await asking(bench);
	await one.played();
	await one.say('yes');
	return one;
}

/** A caller who has heard what the hotline tells everybody. */
export async function calling(bench: Bench, ...keys: string[]): Promise<Talk> {
	const one = await greeted(bench, HOTLINE);
	for (let prompts = 0; prompts < 3; prompts += 1) await one.played();
	for (const key of keys) await one.keys(key);
	return one;
}
