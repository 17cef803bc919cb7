using System.Collections;
using System.Reflection;
using System.Text;
using AbuseDesk.Notices.Facts;
using NodaTime;

namespace AbuseDesk.Notices.Templates.Liquid;

/// <summary>Which names a template may use: the properties of the facts, in snake case.</summary>
internal static class FactSchema
{
    /// <summary>What Liquid offers inside a loop as "forloop".</summary>
    public sealed record ForLoop(int Index, int Index0, bool First, bool Last, int Length);

    /// <summary>The type of a member, or null if there is none of this name.</summary>
    public static Type? Member(Type type, string name) =>
        Members(type).FirstOrDefault(member => member.Name == name).Type;

    public static IEnumerable<(string Name, Type Type)> Members(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Element(type) is { } element)
            return [("size", typeof(int)), ("first", element), ("last", element)];
        if (type.Namespace != typeof(NoticeFacts).Namespace && type != typeof(ForLoop) || type.IsEnum)
            return [];
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType != typeof(Instant) && !property.IsDefined(typeof(InternalFactAttribute)))
            .Select(property => (SnakeCase(property.Name), property.PropertyType));
    }

    /// <summary>The type of what a list holds, or null if the type is no list.</summary>
    public static Type? Element(Type type) =>
        type != typeof(string) && type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type)
            ? type.GetGenericArguments()[0]
            : null;

    /// <summary>True for what can be printed: text, numbers and names.</summary>
    public static bool Prints(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) || type == typeof(int) || type == typeof(decimal) || type.IsEnum;
    }

    public static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]))
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }
        return snake.ToString();
    }
}
