namespace AbuseDesk.Deadlines;

/// <summary>The deadlines policy, as read from its file.</summary>
public sealed class DeadlineRules
{
    public const string ActBy = "act_by";
    public const string DecideReview = "decide_review";
    public const string SendNotice = "send_notice";
    public const string Acknowledge = "acknowledge";
    public const string PlanDue = "plan_due";
    public const string AssessPlan = "assess_plan";
    public const string Effective = "effective";
    public const string ContractEnds = "contract_ends";
    public const string PreservationEnds = "preservation_ends";

    /// <summary>The rules the desk itself starts; the policy must have them, and may have more.</summary>
    private static readonly string[] Needed =
        [ActBy, DecideReview, SendNotice, Acknowledge, PlanDue, AssessPlan, Effective, ContractEnds, PreservationEnds];

    private readonly Dictionary<string, DeadlineRule> rules;

    private DeadlineRules(Dictionary<string, DeadlineRule> rules) => this.rules = rules;

    public IReadOnlyCollection<DeadlineRule> All => rules.Values;

    /// <exception cref="DeskException">A mistake in the file; the sentence names file, line and key.</exception>
    public static DeadlineRules Load(string path, Calendars? calendars = null) =>
        From(PolicyNode.Load(path), calendars ?? new Calendars(Path.Combine(Path.GetDirectoryName(path)!, "calendars")));

    /// <exception cref="DeskException">A mistake in the text; the sentence names file, line and key.</exception>
    public static DeadlineRules Read(string yaml, string file, Calendars calendars) => From(PolicyNode.Read(yaml, file), calendars);

    /// <exception cref="DeskException">The policy has no such rule.</exception>
    public DeadlineRule Get(string name) => rules.TryGetValue(name, out var rule)
        ? rule
        : throw new DeskException($"The deadlines policy has no rule “{Shown.Briefly(name)}”; it has {string.Join(", ", rules.Keys)}.");

    /// <summary>Null where the policy has it no longer.</summary>
    public DeadlineRule? Find(string name) => rules.GetValueOrDefault(name);

    /// <summary>The rules, switched on, that an event starts by itself.</summary>
    public IReadOnlyList<DeadlineRule> StartedBy(AnchorEvent anchor) => [.. rules.Values.Where(rule => rule.Enabled && rule.Starts == anchor)];

    private static DeadlineRules From(PolicyNode root, Calendars calendars)
    {
        var nodes = root.Map("rules");
        var rules = nodes.Keys.ToDictionary(name => name, name => DeadlineRuleFile.Read(name, nodes.Map(name), calendars));
        foreach (var name in Needed)
            if (!rules.ContainsKey(name)) throw nodes.Wrong(name, "a rule with whose, to_do or happens, audience and reminders");
        foreach (var name in Needed)
        {
            if (!rules[name].Enabled) throw nodes.Map(name).Wrong("enabled", "true: the desk itself starts this deadline");
            if (rules[name].Starts is not null) throw nodes.Map(name).Wrong("starts", "left out: the desk itself starts this deadline");
        }

        root.Done();
        return new DeadlineRules(rules);
    }
}
