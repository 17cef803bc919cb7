using AbuseDesk.Notices.Facts;

namespace AbuseDesk.Notices.Review;

/// <summary>The fact that a check misses, for whoever puts it right.</summary>
/// <param name="Kind">item, case, notice or template.</param>
/// <param name="Name">"item 12", "C-2020-0417", "N-2021-0036", "templates/notices/en/suspension.md".</param>
/// <param name="Path">Its page on the web desk; null where it has none.</param>
public sealed record CheckedFact(string Kind, string Name, string? Path)
{
    /// <summary>The page of the item, with its evidence, its violations and its reports.</summary>
    internal static CheckedFact Item(NoticeFacts facts, int number, string part = "evidence") => new("item", $"item {number}", $"/cases/{facts.CaseRef}/items/{number}#{part}");

    /// <summary>The page of the case, with the customer's contacts and resources, and all that was decided.</summary>
    internal static CheckedFact Case(NoticeFacts facts) => new("case", facts.CaseRef, $"/cases/{facts.CaseRef}");

    /// <summary>Where the notice is compiled again with other dates, another path or another reviewer.</summary>
    internal static CheckedFact Redraft(NoticeFacts facts) => new("notice", facts.Ref, $"/notices/{facts.Ref}#redraft");

    internal static CheckedFact Template(NoticeFacts facts) => new("template", $"templates/notices/{facts.Language}/{Words.Of(facts.Kind)}.md", null);
}
