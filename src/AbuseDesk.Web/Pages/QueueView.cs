using System.Globalization;
using AbuseDesk.Cases;
using AbuseDesk.Database;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Web.Pages;

/// <summary>What the queue is asked to show: every part of it stands in the address, so that a view can be kept and passed on.</summary>
public sealed class QueueView
{
    [FromQuery(Name = "turn")]
    public string? Turn { get; set; }

    [FromQuery(Name = "severity")]
    public string? Severity { get; set; }

    [FromQuery(Name = "assignee")]
    public string? Assignee { get; set; }

    [FromQuery(Name = "customer")]
    public string? Customer { get; set; }

    [FromQuery(Name = "status")]
    public string? Status { get; set; }

    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    /// <summary>"today": due before the end of the desk's day, or overdue.</summary>
    [FromQuery(Name = "due")]
    public string? Due { get; set; }

    /// <summary>"to-assess": only cases whose plan nobody has assessed.</summary>
    [FromQuery(Name = "plans")]
    public string? Plans { get; set; }

    /// <summary>The last row of the page before.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; set; }

    public bool IsPlain => ToQuery() == "";

    public string Head => this switch
    {
        { Status: "closed" } => "Closed cases",
        { Due: "today" } => "Due today",
        { Plans: "to-assess" } => "Plans to assess",
        { Assignee: "nobody" } => "With nobody",
        { Turn: "ours" } => "Our turn",
        { Turn: "legal" } => "Legal’s turn",
        { Turn: "customer" } => "Customer’s turn",
        { Severity: "critical" } => "Critical cases",
        { Text.Length: > 0 } => $"Cases with “{Shown.Briefly(Text)}”",
        _ => "Open cases",
    };

    /// <exception cref="DeskException">A word of the address is none that the desk knows.</exception>
    public CaseQueueFilter ToFilter(Instant endOfToday) => new()
    {
        Status = Status is null ? CaseStatus.Open : Words.Parse<CaseStatus>(Status),
        Turn = Turn is null ? null : Words.Parse<Turn>(Turn),
        Severity = Severity is null ? null : Words.Parse<Severity>(Severity),
        Unassigned = Assignee == "nobody",
        Assignee = Assignee,
        Customer = Customer,
        DueBefore = Due == "today" ? endOfToday : null,
        PlanToAssess = Plans == "to-assess",
        Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(),
    };

    public QueuePosition? Position()
    {
        if (After?.Split('_') is not [var due, var id] || !long.TryParse(id, CultureInfo.InvariantCulture, out var number)) return null;
        return due == "" ? new QueuePosition(null, number)
            : InstantPattern.ExtendedIso.Parse(due) is { Success: true } read ? new QueuePosition(read.Value, number) : null;
    }

    public static string Mark(QueuePosition position) =>
        $"{(position.NextDueAt is { } due ? InstantPattern.ExtendedIso.Format(due) : "")}_{position.Id.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The address of this view with one part changed; null takes it out.</summary>
    public string With(string name, string? value)
    {
        var parts = Parts().Where(part => part.Key != name && part.Value is not null).ToList();
        if (value is not null) parts.Add(new(name, value));
        return "/" + new QueryBuilder(parts!).ToQueryString();
    }

    private string ToQuery() => string.Concat(Parts().Select(part => part.Value));

    private IEnumerable<KeyValuePair<string, string?>> Parts() =>
        [new("turn", Turn), new("severity", Severity), new("assignee", Assignee), new("customer", Customer), new("status", Status), new("due", Due), new("plans", Plans), new("q", Text)];
}
