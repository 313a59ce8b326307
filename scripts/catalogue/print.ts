/** `npm run --silent catalogue`: prints the catalogue as one JSON object. */
import { exportCatalogue } from './export';

process.stdout.write(`${JSON.stringify(exportCatalogue(), null, 1)}\n`);
