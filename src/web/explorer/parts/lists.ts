/** In an address: nothing there. */
export const none = 'none';

/** What comes in an id behind the municipality and the type, as in `5-1` of `honjo:policy-item:5-1` or `17` of `sdg:17`. */
export const tailOf = (id: string): string => id.replace(/^(?:sdg|[^:]+:[^:]+):/, '');

/** The column of a list that says where its rows were read. */
export const sourcesField = 'sources';
