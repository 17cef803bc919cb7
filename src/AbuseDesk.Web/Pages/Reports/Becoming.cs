using AbuseDesk.Reports;

namespace AbuseDesk.Web.Pages.Reports;

/// <summary>What filing a report would do, said before it is done.</summary>
public static class Becoming
{
    public static string Say(RecognisedLocation known) => (known.Item, known.Open) switch
    {
        ({ } item, _) => $"The {Ordinal(item.Reports + 1)} report on item {item.Number} of {item.CaseRef}; no new item.",
        (null, { } open) => $"Item {open.ItemsCount + 1} of {open.Ref}.",
        _ => "The first item of a new case.",
    };

    private static string Ordinal(int number) => (number % 100, number % 10) switch
    {
        (11 or 12 or 13, _) => $"{number}th",
        (_, 1) => $"{number}st",
        (_, 2) => $"{number}nd",
        (_, 3) => $"{number}rd",
        _ => $"{number}th",
    };
}
