using AbuseDesk.Database;
using AbuseDesk.Journal;
using NodaTime;

namespace AbuseDesk.Cases;

/// <summary>One look at one item.</summary>
/// <param name="ItemNumber">Its number in the case.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="At">When; never in the future.</param>
/// <param name="Screenshot">What it looked like.</param>
public sealed record ItemCheck(int ItemNumber, CheckOutcome Outcome, Instant At, NewScreenshot? Screenshot = null);

/// <summary>Records looks at items, many in one act. A look older than the newest one changes no item's state.</summary>
public sealed class RecordChecks(DeskDatabase database, EvidenceIntake intake, DeskZone zone)
{
    /// <exception cref="DeskException">No such open case or item, a look in the future or before the item was first seen, or a screenshot that is no image.</exception>
    public async Task RunAsync(Actor actor, string caseRef, IReadOnlyList<ItemCheck> checks)
    {
        actor.Demand("record checks", Role.Agent, Role.Lead);
        if (checks.Count == 0) throw new DeskException("No item is checked; choose at least one.");
        if (checks.FirstOrDefault(check => check.At > database.Now) is { } early)
            throw new DeskException($"Item {early.ItemNumber} cannot have been checked at {zone.Say(early.At)}, which is still to come.");
        var screenshots = await intake.TakeAsync([.. checks.Select(check => check.Screenshot).OfType<NewScreenshot>()], null);
        await database.WriteAsync(async tx =>
        {
            var head = await CaseHead.TakeOpenAsync(tx, caseRef);
            var items = await ItemsAsync(tx, head, checks);
            DemandSeenBefore(checks, items);
            var stored = new Queue<TakenEvidence>(screenshots);
            foreach (var check in checks)
                await InsertAsync(tx, actor, head, items[check.ItemNumber], check, check.Screenshot is null ? null : stored.Dequeue());
            await ItemStates.RefreshAsync(tx, [.. items.Values.Select(item => item.Id)]);
            await CaseFigures.RefreshAsync(tx, head.Id);
            await JournalWriter.AppendAsync(tx, head.Ref, actor, "items-checked", Summary(checks), Details(checks, screenshots));
        });
    }

    /// <summary>A look before anybody saw the content says nothing about it. Forms give minutes, so a look within that minute is one after it.</summary>
    private void DemandSeenBefore(IReadOnlyList<ItemCheck> checks, Dictionary<int, CaseItem> items)
    {
        var early = checks.FirstOrDefault(check => check.At.ToUnixTimeSeconds() / 60 < items[check.ItemNumber].FirstSeenAt.ToUnixTimeSeconds() / 60);
        if (early is not null)
            throw new DeskException(
                $"Item {early.ItemNumber} cannot have been checked at {zone.Say(early.At)}: it was first seen at {zone.Say(items[early.ItemNumber].FirstSeenAt)}; correct the time.");
    }

    private static async Task<Dictionary<int, CaseItem>> ItemsAsync(DeskTransaction tx, CaseHead head, IReadOnlyList<ItemCheck> checks)
    {
        var numbers = checks.Select(check => check.ItemNumber).Distinct().ToArray();
        var items = (await tx.QueryAsync<CaseItem>(
            $"select id, number, url, first_seen_at from items where case_id = @Id and number {tx.Dialect.InList("@numbers")}",
            new { head.Id, numbers })).ToDictionary(item => item.Number);
        var unknown = numbers.Where(number => !items.ContainsKey(number)).Order().ToList();
        return unknown.Count == 0
            ? items
            : throw new DeskException($"{head.Ref} has no item {string.Join(", ", unknown)}; look at the list of its items.");
    }

    private static async Task InsertAsync(
        DeskTransaction tx, Actor actor, CaseHead head, CaseItem item, ItemCheck check, TakenEvidence? screenshot)
    {
        var shown = screenshot is null ? null : screenshot with { Facts = screenshot.Facts with { SourceUrl = item.Url } };
        var capture = shown is null ? (long?)null : await shown.AddCaptureAsync(tx, actor);
        var checkId = await tx.GetAsync<long>(
            """
            insert into checks (item_id, case_id, outcome, checked_at, checked_by, capture_id)
            values (@item, @case, @outcome, @At, @Login, @capture) returning id
            """,
            new { item = item.Id, @case = head.Id, outcome = Words.Of(check.Outcome), check.At, actor.Login, capture });
        if (capture is { } captureId) await ItemScreenshots.AttachAsync(tx, item.Id, captureId, checkId: checkId);
    }

    private static string Summary(IReadOnlyList<ItemCheck> checks)
    {
        if (checks is [var only]) return $"checked item {only.ItemNumber}: {Said(only.Outcome)}";
        var found = checks.CountBy(check => check.Outcome).OrderBy(outcome => outcome.Key).Select(outcome => $"{outcome.Value} {Said(outcome.Key)}");
        return $"checked {Counted.Of(checks.Count, "item")}: {string.Join(", ", found)}";
    }

    private static object Details(IReadOnlyList<ItemCheck> checks, IReadOnlyList<TakenEvidence> screenshots) => new
    {
        checks = checks.Select(check => new { item = check.ItemNumber, outcome = Words.Of(check.Outcome), at = InstantHandler.Text(check.At) }),
        screenshots = screenshots.Select(screenshot => screenshot.Sha256),
    };

    private static string Said(CheckOutcome outcome) => Words.Of(outcome).Replace('-', ' ');
}
