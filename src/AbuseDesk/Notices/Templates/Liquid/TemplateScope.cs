namespace AbuseDesk.Notices.Templates.Liquid;

/// <summary>The names that can be used at one place of a template, with their types.</summary>
internal sealed class TemplateScope(Type root, TemplateScope? outer = null)
{
    private readonly Dictionary<string, Type> names = new(StringComparer.Ordinal);

    public TemplateScope Inner() => new(root, this);

    public void Add(string name, Type type) => names[name] = type;

    public Type? Find(string name) =>
        names.TryGetValue(name, out var type) ? type
        : outer is not null ? outer.Find(name)
        : FactSchema.Member(root, name);

    public IEnumerable<string> Names() =>
        names.Keys.Concat(outer?.Names() ?? FactSchema.Members(root).Select(member => member.Name));
}
