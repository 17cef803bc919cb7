using System.Globalization;
using AbuseDesk.Deadlines;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Web.Pages.Deadlines;

/// <summary>What the page is asked to show; all of it stands in the address.</summary>
public sealed class DeadlineView
{
    /// <summary>"mine", "legal", "customer"; null for everybody's.</summary>
    [FromQuery(Name = "whose")]
    public string? Whose { get; set; }

    [FromQuery(Name = "case")]
    public string? Case { get; set; }

    /// <summary>The last row of the page before.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; set; }

    /// <summary>"2021-01"; null for the present one.</summary>
    [FromQuery(Name = "month")]
    public string? Month { get; set; }

    /// <summary>TZDB name of the zone whose days the month shows; null for the desk's.</summary>
    [FromQuery(Name = "days")]
    public string? Days { get; set; }

    public DeadlineFilter ToFilter(string login) => new()
    {
        CaseRef = string.IsNullOrWhiteSpace(Case) ? null : Case,
        Whose = Whose switch { "legal" => AbuseDesk.Deadlines.Whose.Legal, "customer" => AbuseDesk.Deadlines.Whose.Customer, _ => null },
        Assignee = Whose == "mine" ? login : null,
    };

    public DeadlineKey? Position()
    {
        if (After?.Split('_') is not [var due, var id] || !long.TryParse(id, CultureInfo.InvariantCulture, out var number)) return null;
        return InstantPattern.ExtendedIso.Parse(due) is { Success: true } read ? new DeadlineKey(read.Value, number) : null;
    }

    public static string Mark(DeadlineRow row) => $"{InstantPattern.ExtendedIso.Format(row.DueAt)}_{row.Id.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The first day of the month that is shown.</summary>
    public LocalDate MonthOr(LocalDate today) =>
        LocalDatePattern.Iso.Parse($"{Month}-01") is { Success: true } read ? read.Value : today.With(DateAdjusters.StartOfMonth);

    /// <summary>The address of this view with one part changed; null takes it out.</summary>
    public string With(string name, string? value)
    {
        var parts = new Dictionary<string, string?> { ["whose"] = Whose, ["case"] = Case, ["month"] = Month, ["days"] = Days, [name] = value };
        return "/deadlines" + new QueryBuilder(parts.Where(part => !string.IsNullOrEmpty(part.Value))!).ToQueryString();
    }
}
