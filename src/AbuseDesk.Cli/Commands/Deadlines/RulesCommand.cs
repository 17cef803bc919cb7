using System.CommandLine;
using AbuseDesk.Cli.Frame;
using AbuseDesk.Deadlines;
using AbuseDesk.Deadlines.Computing;

namespace AbuseDesk.Cli.Commands.Deadlines;

/// <summary>Lists the rules of the deadlines policy.</summary>
public sealed class RulesCommand : DeskCommand
{
    private readonly Option<bool> on = Ask.Flag("--on", "Only those that are switched on.");

    public RulesCommand()
        : base("rules", "List the rules of the policy: what starts each, how long it runs, by whose calendar and clock, and what it rests on.") => Options.Add(on);

    protected override Task<int> RunAsync(DeskSession desk, ParseResult arguments, CancellationToken cancel)
    {
        var rules = desk.Get<DeadlineRules>().All.Where(rule => rule.Enabled || !arguments.GetValue(on)).Select(rule => RuleView.Of(rule, desk.Zone.Id)).ToList();
        desk.Out.Write(new { rules }, text => text.Table(
            ["Rule", "State", "Starts when", "Due", "Calendar", "Zone", "Source"],
            rules.Select(rule => (IReadOnlyList<string?>)[rule.Rule, rule.Enabled ? "on" : "off", rule.StartsWhen, rule.Due, rule.Calendar, rule.Zone, rule.Source])));
        return Task.FromResult(0);
    }

    /// <summary>A rule in words; the keys are those of the policy.</summary>
    private sealed record RuleView
    {
        public required string Rule { get; init; }

        public required bool Enabled { get; init; }

        public required string Whose { get; init; }

        public required string ToDo { get; init; }

        /// <summary>The word of the policy; null where the desk itself starts it.</summary>
        public string? Starts { get; init; }

        public required string StartsWhen { get; init; }

        public required string Due { get; init; }

        public string? Calendar { get; init; }

        public required string Zone { get; init; }

        public string? Source { get; init; }

        public static RuleView Of(DeadlineRule rule, string desksZone) => new()
        {
            Rule = rule.Name,
            Enabled = rule.Enabled,
            Whose = Words.Of(rule.Whose),
            ToDo = rule.ToDo,
            Starts = rule.Starts is { } anchor ? Words.Of(anchor) : null,
            StartsWhen = rule.Starts is { } happens ? AnchorWords.Of(happens) : "the desk starts it",
            Due = DueOf(rule),
            Calendar = rule.Counting.Calendar,
            Zone = rule.Counting.Zone switch
            {
                RuleCounting.ProvidersZone => desksZone,
                RuleCounting.CustomersZone => "the customer’s",
                var named => named,
            },
            Source = rule.Source,
        };

        private static string DueOf(DeadlineRule rule)
        {
            if (rule.Ahead is { } ahead) return $"{SaidTime.Of(ahead)} before";
            if (rule.Within is not { } within) return "as the notice names it";
            var window = rule.Counting.NotBefore is { } opens ? $"not before {opens.Said}, within {within.Said}" : $"within {within.Said}";
            return rule.Counting.IfClosed == WhenClosed.NextBusinessDay ? $"{window}, or the next business day" : window;
        }
    }
}
