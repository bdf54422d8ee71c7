import { statementPdf } from '#app/attendance/statement-pdf.ts';
import { type StatementPeriod } from '#app/attendance/statement-period.ts';
import { STATEMENT_HEADER, statementRows } from '#app/attendance/statement.ts';
import type { Statements } from '#app/attendance/statements.server.ts';
import { writeCsv } from '#app/documents/csv.ts';
import { pdfFonts } from '#app/documents/pdf-fonts.server.ts';

type Given = { read: Statements | null; period: StatementPeriod; name: string };

const fileHeaders = (type: string, disposition: string, { du, au }: StatementPeriod, end: string) => ({
  'Content-Type': type,
  'Content-Disposition': `${disposition}; filename="releve-${du}-${au}.${end}"`,
  'Cache-Control': 'private, no-store',
});

/** @throws 404 without statements */
export async function statementPaper({ read, period, name }: Given, now: Date): Promise<Response> {
  if (!read) throw new Response(null, { status: 404 });
  const { statements } = read;
  const bytes = await statementPdf({ statements, period, name: statements[0]?.name ?? name }, pdfFonts(), now);
  return new Response(bytes, { headers: fileHeaders('application/pdf', 'inline', period, 'pdf') });
}

/** @throws 404 without statements */
export function statementSheet({ read, period }: Omit<Given, 'name'>): Response {
  if (!read) throw new Response(null, { status: 404 });
  const headers = fileHeaders('text/csv; charset=utf-8', 'attachment', period, 'csv');
  return new Response(writeCsv(STATEMENT_HEADER, statementRows(read.statements)), { headers });
}
