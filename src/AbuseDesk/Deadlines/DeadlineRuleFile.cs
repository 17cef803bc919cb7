using AbuseDesk.Deadlines.Computing;
using NodaTime;

namespace AbuseDesk.Deadlines;

/// <summary>Reads one rule of the deadlines policy.</summary>
internal static class DeadlineRuleFile
{
    private const string TermExample = "a time such as 24h, 10 days, 10 business days or 6 months";

    /// <exception cref="DeskException">A mistake; the sentence names file, line and key.</exception>
    public static DeadlineRule Read(string name, PolicyNode node, Calendars calendars)
    {
        var (one, other) = ToDo(node);
        var reminders = node.Map("reminders");
        var rule = new DeadlineRule
        {
            Name = name,
            Enabled = !node.Has("enabled") || node.Flag("enabled"),
            Whose = node.Word<Whose>("whose"),
            ToDoForOne = one,
            ToDo = other,
            Happens = node.Has("happens"),
            Starts = node.Has("starts") ? node.Word<AnchorEvent>("starts") : null,
            Within = TermIfGiven(node, "within"),
            Counting = Counting(node, calendars),
            Ahead = node.Has("ahead") ? node.Span("ahead") : null,
            Changes = Changes(node),
            BlocksClosing = node.Flag("blocks_closing"),
            OutlivesCase = node.Flag("outlives_case"),
            Source = node.Has("source") ? node.Text("source") : null,
            AtEnd = AtEnd(node),
            Audience = node.WordList<Audience>("audience"),
            Overdue = node.Has("overdue") ? node.WordList<Audience>("overdue") : [],
            Before = reminders.Spans("before"),
            After = reminders.Spans("after"),
        };
        if (rule.Audience.Count == 0) throw node.Wrong("audience", "a list of at least one");
        if (rule.Before.Contains(Duration.Zero)) throw reminders.Wrong("before", "a list of times longer than nothing");
        Check(rule, node);
        reminders.Done();
        node.Done();
        return rule;
    }

    private static (string One, string Other) ToDo(PolicyNode node)
    {
        if (node.Has("happens")) return (node.Text("happens"), node.Text("happens"));
        if (!node.IsMap("to_do")) return (node.Text("to_do"), node.Text("to_do"));
        var words = node.Map("to_do");
        var both = (words.Text("one"), words.Text("other"));
        words.Done();
        return both;
    }

    private static RuleCounting Counting(PolicyNode node, Calendars calendars)
    {
        var calendar = node.Has("calendar") ? node.Text("calendar") : null;
        if (calendar is not null && calendars.Find(calendar) is null)
            throw node.Wrong("calendar", calendars.Names.Count == 0 ? "a calendar of the folder calendars, which has none" : $"one of the calendars {string.Join(", ", calendars.Names)}");
        return new RuleCounting
        {
            NotBefore = TermIfGiven(node, "not_before"),
            Calendar = calendar,
            Zone = Zone(node),
            Ends = node.Has("ends") ? node.Word<TermEnd>("ends") : TermEnd.EndOfDay,
            IfClosed = node.Has("if_closed") ? node.Word<WhenClosed>("if_closed") : WhenClosed.Stays,
        };
    }

    private static string Zone(PolicyNode node)
    {
        if (!node.Has("zone")) return RuleCounting.ProvidersZone;
        var zone = node.Text("zone");
        return zone is RuleCounting.ProvidersZone or RuleCounting.CustomersZone || DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null
            ? zone
            : throw node.Wrong("zone", "provider, customer, or a time zone such as Europe/Paris");
    }

    private static RuleChanges Changes(PolicyNode node)
    {
        var changes = new RuleChanges();
        if (node.Has("pause"))
        {
            var pause = node.Map("pause");
            var reasons = pause.Map("reasons");
            changes = changes with
            {
                Pauses = reasons.Keys.ToDictionary(reason => reason, reason => Roles(reasons, reason)),
                Resume = pause.Has("resume") ? pause.Word<AfterPause>("resume") : AfterPause.Rest,
            };
            if (changes.Pauses.Count == 0) throw pause.Wrong("reasons", "at least one reason with the roles that may give it");
            reasons.Done();
            pause.Done();
        }

        if (node.Has("extend") && !node.IsMap("extend"))
            changes = node.Text("extend") == "none" ? changes with { Extend = [] } : throw node.Wrong("extend", "none, or approve and at_most");
        else if (node.Has("extend"))
        {
            var extend = node.Map("extend");
            changes = changes with { Extend = Roles(extend, "approve"), AtMost = TermIfGiven(extend, "at_most") };
            extend.Done();
        }

        return node.Has("waive") ? changes with { Waive = Roles(node, "waive") } : changes;
    }

    private static RuleEnd? AtEnd(PolicyNode node)
    {
        if (!node.Has("at_end")) return null;
        var end = node.Map("at_end");
        var read = new RuleEnd(end.Word<Whose>("turn"), end.Text("to_do"));
        end.Done();
        return read;
    }

    private static void Check(DeadlineRule rule, PolicyNode node)
    {
        var counting = rule.Counting;
        if (rule is { Starts: not null, Within: null }) throw node.Wrong("within", TermExample + ", as the event names no instant");
        if (counting.Calendar is null && (IsBusiness(rule.Within) || IsBusiness(counting.NotBefore) || IsBusiness(rule.Changes.AtMost)))
            throw node.Wrong("calendar", "the name of a calendar, as business days are counted");
        if (rule is { BlocksClosing: true, OutlivesCase: true }) throw node.Wrong("outlives_case", "left out, as blocks_closing keeps the case open");
        if (counting is { Calendar: null, IfClosed: WhenClosed.NextBusinessDay }) throw node.Wrong("calendar", "the name of a calendar, as if_closed needs business days");
        if (counting.NotBefore is { } nearer && (rule.Within is not { } within || within.Unit != nearer.Unit || within.Count <= nearer.Count))
            throw node.Wrong("not_before", "shorter than “within”, and counted in the same unit");
    }

    private static bool IsBusiness(Term? term) => term is { Unit: TermUnit.BusinessDays };

    private static Term? TermIfGiven(PolicyNode node, string key) =>
        !node.Has(key) ? null : Term.Find(node.Text(key)) ?? throw node.Wrong(key, TermExample);

    private static IReadOnlyList<Role> Roles(PolicyNode node, string key)
    {
        var roles = node.WordList<Role>(key);
        return roles.Count > 0 ? roles : throw node.Wrong(key, "a list of at least one role");
    }
}
