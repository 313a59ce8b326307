/** Finds the requests of an operation in the log of the simulator, which tells them by the section of the reference. */
import type { Operation } from '../../cec/catalogue/operation';
import type { LoggedRequest } from '../../simulator';

/** The steps of dialogs stand in the log under the section that tells of them all; a procedure has no section but its path. */
export function isOf({ sections, ways = {}, procedure, pathTemplate }: Operation, { section, path }: LoggedRequest): boolean {
	if (section === null) return false;
	if (procedure) return path === pathTemplate;
	const own = [...sections, ...Object.values(ways).flatMap((way) => way.section ?? [])];
	return own.some((one) => one === section || one.startsWith(`${section}.`));
}
