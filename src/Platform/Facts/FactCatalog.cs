using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wuzha.Platform.Privacy;

namespace Wuzha.Platform.Facts;

/// <summary>A kind of fact: its key in the book, its Chinese name, its type and the measures it posts.</summary>
public sealed record FactKind(string Key, string Name, Type Type, IReadOnlyList<Measure> Posts);

/// <summary>All kinds of facts of all modules. Kinds are declared once; a key is never reused or renamed.</summary>
public sealed class FactCatalog
{
    /// <summary>Payloads are camelCase JSON in the book; absent values are left out.</summary>
    public static readonly JsonSerializerOptions PayloadJson = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OwnPropertiesOnly } },
    };

    private readonly Dictionary<string, FactKind> byKey = [];
    private readonly Dictionary<Type, FactKind> byType = [];
    private readonly Dictionary<string, Measure> measures = [];
    private readonly Dictionary<Type, KeepRows> keepers = [];
    private readonly Dictionary<Type, ClaimRows> claimers = [];

    public FactCatalog(IEnumerable<Module> modules)
    {
        Add<FactWithdrawn>("platform.fact-withdrawn", "撤销记录");
        Add<PersonalDataShown>("platform.personal-data-shown", "查看个人信息");
        foreach (var module in modules)
            module.Facts(this);
    }

    public IEnumerable<FactKind> Kinds => byKey.Values;

    public IEnumerable<Measure> Measures => measures.Values;

    /// <summary>Declares a kind of fact. A fact may post only the measures named here, so that a number knows which facts to open.</summary>
    public void Add<TFact>(string key, string name, params Measure[] posts)
        where TFact : Fact
    {
        var kind = new FactKind(key, name, typeof(TFact), posts);
        byKey.Add(key, kind);
        byType.Add(typeof(TFact), kind);
        foreach (var measure in posts)
            measures[measure.Key] = measure;
    }

    /// <summary>
    /// Declares that rows of the module are kept equal to the facts of a kind: <paramref name="keep"/> changes them in the transaction that takes the facts in,
    /// once for each fact that really entered. A resend changes nothing, and no crash can part the rows from the facts.
    /// </summary>
    public void Keep<TFact>(KeepRows keep)
        where TFact : Fact => keepers.Add(typeof(TFact), keep);

    /// <summary>
    /// Declares that facts of a kind need a row of the module: <paramref name="claim"/> takes hold of it in the transaction that takes the facts in, before they
    /// enter, and says which may. So what a fact needs is checked where it is written, for all that come together by one statement. The fact's id must follow from
    /// its row (<see cref="FactId.From"/>): a row can be claimed once.
    /// </summary>
    public void Claim<TFact>(ClaimRows claim)
        where TFact : Fact => claimers.Add(typeof(TFact), claim);

    internal ClaimRows? ClaimerOf(Fact fact) => claimers.GetValueOrDefault(fact.GetType());

    internal KeepRows? KeeperOf(Fact fact) => keepers.GetValueOrDefault(fact.GetType());

    public FactKind Of(Fact fact) => byType[fact.GetType()];

    public string KeyOf(Type factType) => byType[factType].Key;

    public FactKind? Find(string key) => byKey.GetValueOrDefault(key);

    public Measure? FindMeasure(string key) => measures.GetValueOrDefault(key);

    /// <summary>The kinds that post <paramref name="measure"/>: where a drill-down looks.</summary>
    public IEnumerable<FactKind> KindsPosting(Measure measure) => byKey.Values.Where(kind => kind.Posts.Contains(measure));

    public Fact Read(string kind, string payload) => (Fact)JsonSerializer.Deserialize(payload, byKey[kind].Type, PayloadJson)!;

    /// <summary>What a fact derives (node, postings) is no payload; an override would lose a JsonIgnore on the base.</summary>
    private static void OwnPropertiesOnly(JsonTypeInfo type)
    {
        if (!type.Type.IsSubclassOf(typeof(Fact)))
            return;

        foreach (var property in type.Properties.Where(IsDerived).ToList())
            type.Properties.Remove(property);
    }

    private static bool IsDerived(JsonPropertyInfo property) =>
        property.AttributeProvider is PropertyInfo { GetMethod: { } get } && get.GetBaseDefinition().DeclaringType == typeof(Fact);

    public static string Write(Fact fact) => JsonSerializer.Serialize(fact, fact.GetType(), PayloadJson);
}
