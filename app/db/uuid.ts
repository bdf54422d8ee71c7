const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** May the text be a row's id? An address can hold anything, and PostgreSQL throws at what is no uuid. */
export const isUuid = (text: string): boolean => UUID.test(text);
