namespace AbuseDesk.Notices.Facts;

/// <summary>Says in words what the record knows now that a notice, as compiled, does not.</summary>
public static class FactsDifference
{
    /// <summary>Null where nothing changed.</summary>
    public static string? Describe(NoticeFacts compiled, NoticeFacts now)
    {
        if (FactsText.Write(compiled) == FactsText.Write(now))
            return null;
        string?[] said =
        [
            Count("items", compiled.Counts.All, now.Counts.All),
            Count("items removed", compiled.Counts.Removed, now.Counts.Removed),
            Count("items still up", compiled.Counts.StillUp, now.Counts.StillUp),
            Changed("the last check", compiled.LastCheck?.At.Instant, now.LastCheck?.At.Instant),
            Changed("the plan", compiled.Plan?.Received.Instant, now.Plan?.Received.Instant),
            Changed("the assessment of the plan", compiled.Assessment?.At.Instant, now.Assessment?.At.Instant),
            Changed("the warnings", compiled.Warnings.Count, now.Warnings.Count),
            Changed("the customer's resources", string.Join(' ', compiled.Customer?.Resources ?? []), string.Join(' ', now.Customer?.Resources ?? [])),
            Changed("the suspension", (compiled.Suspension?.Ref, compiled.Suspension?.TookEffect?.Instant, compiled.Suspension?.Lifted?.Utc.Instant), (now.Suspension?.Ref, now.Suspension?.TookEffect?.Instant, now.Suspension?.Lifted?.Utc.Instant)),
            Changed("what was reported", Reported(compiled), Reported(now)),
            Changed("the decisions", Decisions(compiled), Decisions(now)),
            Changed("the screenshots", Screenshots(compiled), Screenshots(now)),
            Changed("the excerpts", Excerpts(compiled), Excerpts(now)),
        ];
        var known = said.OfType<string>().ToList();
        return known.Count == 0 ? "details of the record differ" : string.Join("; ", known);
    }

    private static string Reported(NoticeFacts facts) =>
        string.Join(' ', facts.Reporter?.Reported.Select(report => $"{report.Ref} {report.Location}") ?? []);

    private static string Decisions(NoticeFacts facts) =>
        string.Join(' ', facts.Reporter?.Reported.Select(report => $"{report.Ref} {report.Decision}") ?? []);

    private static string Screenshots(NoticeFacts facts) =>
        string.Join(' ', facts.Items.SelectMany(item => item.Exhibits).Select(exhibit => exhibit.Sha256));

    private static string Excerpts(NoticeFacts facts) => string.Join('\n', facts.Items.Select(item => $"{item.Number} {item.Excerpt}"));

    private static string? Count(string what, int then, int now) => then == now ? null : $"{what}: {then} in the notice, {now} on record";

    private static string? Changed<T>(string what, T then, T now) =>
        EqualityComparer<T>.Default.Equals(then, now) ? null : $"{what} changed";
}
