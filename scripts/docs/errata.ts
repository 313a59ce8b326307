/** The page of contradictions and misprints of the reference, and what is sent instead. */
import { exportCatalogue } from '../catalogue/export';
import { page, plain, sentence, table } from './markdown';
import { compareSections } from './sections';

export function errataPage(): string {
	const { errata } = exportCatalogue();
	const sections = [...new Set(errata.map((erratum) => erratum.interface))].sort(compareSections);
	return page(
		'# Where the reference errs',
		'The reference contradicts itself in places: a table and a sample spell a key differently, a bracket is lost, a limit is ' +
			'told twice. Each case was decided, and the decision stands in the catalogue beside the interface. If your CEC decides ' +
			'otherwise, please open an issue with the request and the answer.',
		...sections.flatMap((section) => [
			`## ${section}`,
			table(
				['Printed', 'Sent', 'Why'],
				errata
					.filter((erratum) => erratum.interface === section)
					.map(({ printed, sent, why }) => [plain(printed), plain(sent), plain(sentence(why))]),
			),
		]),
	);
}
