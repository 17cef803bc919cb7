namespace AbuseDesk.Terms;

/// <summary>A clause as it stands in a document that is about to be published.</summary>
/// <param name="Number">"7.4".</param>
/// <param name="Heading">Without number and key.</param>
/// <param name="Topic">The key of the heading, the same in every version; without one, the heading in lower case with hyphens.</param>
/// <param name="Body">Markdown up to the next heading.</param>
/// <param name="Line">Line of the heading, from 1.</param>
public sealed record ClauseText(string Number, string Heading, string Topic, string Body, int Line);
