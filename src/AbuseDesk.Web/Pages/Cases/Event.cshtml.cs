using AbuseDesk.Cases;
using AbuseDesk.Deadlines;
using AbuseDesk.Web.Components;
using AbuseDesk.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace AbuseDesk.Web.Pages.Cases;

public sealed class EventModel(CurrentActor current, CaseRecord record, RecordEvent events, DeadlineRules rules, DeskTimes times) : CasePage(current, record)
{
    [BindProperty]
    public string? Happened { get; set; }

    [BindProperty]
    public PromisedInput At { get; set; } = new();

    [BindProperty]
    public string? Note { get; set; }

    public IReadOnlyList<string> Zones => [times.Zone.Id, "UTC", .. Details.Contacts.Select(contact => contact.Zone).Distinct()];

    /// <summary>The events that a rule waits for, as sentences, with the rules that they start.</summary>
    public IReadOnlyList<(string Word, string Sentence, string Starts)> Events =>
    [
        .. Enum.GetValues<AnchorEvent>().Where(anchor => rules.StartedBy(anchor).Count > 0)
            .Select(anchor => (Words.Of(anchor), AnchorWords.Of(anchor), string.Join(", ", rules.StartedBy(anchor).Select(rule => rule.Name)))),
    ];

    public Task<IActionResult> OnPostAsync() => ActAsync("event", async () =>
    {
        if (string.IsNullOrWhiteSpace(Happened)) throw new DeskException("Choose what happened.");
        var started = await events.RunAsync(Actor, Ref, Words.Parse<AnchorEvent>(Happened), At.Read().Instant, Note);
        Done = $"It is on record, and {string.Join(" and ", started)} started.";
        return started.Count == 1 ? $"/deadlines/{started[0]}" : CaseAddress;
    });

    protected override Task ReadAsync()
    {
        if (At.IsEmpty) At = PromisedInput.Of(times.Now, times.Zone.Id);
        return Task.CompletedTask;
    }
}
