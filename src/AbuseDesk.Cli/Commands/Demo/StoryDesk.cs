using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines;
using AbuseDesk.Mail;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Reports;
using AbuseDesk.Suspensions;
using NodaTime;

namespace AbuseDesk.Cli.Commands.Demo;

/// <summary>What the story has led to so far, and the workers of the desk it is played on.</summary>
internal sealed class StoryDesk(DeskSession desk, Story story)
{
    private readonly Dictionary<int, int> numbers = [];
    private readonly HashSet<int> forwarded = [];

    public IReadOnlyList<StoryItem> Items { get; } = StoryItem.Read(story.PathOf(story.Items.File));

    /// <summary>The case, once the first item is filed.</summary>
    public string CaseRef { get; private set; } = "";

    public long CaseId { get; private set; }

    /// <summary>The suspension notice, once it is drafted.</summary>
    public string NoticeRef { get; set; } = "";

    public void Filed(StoryItem item, FiledReport filed)
    {
        (CaseRef, CaseId) = (filed.CaseRef, filed.CaseId);
        numbers[item.Number] = filed.ItemNumber;
    }

    /// <summary>The numbers in the case of the items of a batch.</summary>
    public IReadOnlyList<int> Batch(int batch) =>
        [.. Items.Where(item => item.Batch == batch).Select(item => numbers[item.Number])];

    public void Forwarded(int batch) => forwarded.Add(batch);

    /// <summary>Every item sent so far, with its number in the case.</summary>
    public IEnumerable<(int Number, StoryItem Item)> Sent =>
        Items.Where(item => forwarded.Contains(item.Batch)).Select(item => (numbers[item.Number], item));

    /// <summary>The instant at which the workers have something to do next; null while nothing is planned.</summary>
    public async Task<Instant?> NextWorkAsync()
    {
        var reminder = await desk.Get<NextReminder>().FindAsync();
        var effect = await desk.Get<NextEffect>().FindAsync();
        return reminder is null ? effect : effect is null ? reminder : Instant.Min(reminder.Value, effect.Value);
    }

    /// <summary>One pass of every worker.</summary>
    public async Task WorkAsync()
    {
        await desk.Get<SettleDeadlines>().RunAsync();
        await desk.Get<TakeEffect>().RunAsync();
        await desk.Get<RemindDue>().RunAsync();
        await desk.Get<DeliverMail>().RunAsync();
    }
}
