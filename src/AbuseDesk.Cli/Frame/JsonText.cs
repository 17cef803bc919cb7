using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using AbuseDesk.Cases;
using NodaTime;
using NodaTime.Text;

namespace AbuseDesk.Cli.Frame;

/// <summary>How documents are written: camelCase, enums as their words, instants in UTC, no row numbers and page positions of the database.</summary>
internal static class JsonText
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutInnards } },
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower),
            new Pattern<Instant>(InstantPattern.ExtendedIso),
            new Pattern<LocalDate>(LocalDatePattern.Iso),
            new Pattern<LocalDateTime>(LocalDateTimePattern.GeneralIso),
        },
    };

    private static void LeaveOutInnards(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            var isRowId = (property.PropertyType == typeof(long) || property.PropertyType == typeof(long?)) && property.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase);
            if (isRowId || property.PropertyType == typeof(QueuePosition))
                type.Properties.RemoveAt(i);
        }
    }

    private sealed class Pattern<T>(IPattern<T> pattern) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            pattern.Parse(reader.GetString() ?? "").GetValueOrThrow();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));
    }
}
