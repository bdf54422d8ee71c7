/** One paper child, hands out, in a box of 46 by 38: the brand's sign and the link of the chain, as screens and paper draw it. */
export const PAPER_CHILD = {
  width: 46,
  height: 38,
  body: 'M0 17.4C7 17.4 11 15 17 14.6h12C35 15 39 17.4 46 17.4v4.2C39 21.6 35 20.2 30.6 19.8L35.6 31H28.4L27.6 38H24V31H22V38H18.4L17.6 31H10.4L15.4 19.8C11 20.2 7 21.6 0 21.6Z',
  head: 'M17.6 8A5.4 5.4 0 1 0 28.4 8A5.4 5.4 0 1 0 17.6 8Z',
} as const;
