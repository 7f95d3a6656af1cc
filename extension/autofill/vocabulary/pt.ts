import type { Vocabulary } from './concepts.ts'

export const pt: Vocabulary = {
  username: `
    *usuário*, *utilizador*, número de cliente/funcionário/contribuinte/sócio/adesão, conta, cpf,
    identificação, matrícula, código de cliente/acesso, número mecanográfico,
    código do operador/agente/atendente/cliente, identificador, número do cliente`,
  email: 'correio eletrónico',
  phone: 'telefone, telemóvel, celular, número de telefone/celular',
  password: '*senha*, palavra passe, palavra chave, código secreto, código pin',
  current: 'atual, antiga, anterior',
  fresh: `
    nova, criar senha, crie uma senha, escolha, definir senha, novo, criar palavra passe, defina*,
    definir palavra passe, cadastre sua senha`,
  confirm: 'repetir*, repita, novamente, redigite, de novo, outra vez, redigitar',
  rules: 'pelo menos, caracteres, mínimo, deve conter, deve ter, uma maiúscula',
  otp: `
    código de verificação/segurança/autenticação,
    código sms/único/temporário/recebido/enviado, dois fatores, duas etapas, dois passos,
    código do aplicativo, senha de uso único, chave de segurança, token`,
  companyCode: `
    empresa, domínio, filial, agência, unidade, cnpj, loja, entidade, estabelecimento, sucursal,
    ponto de venda, concessionária, franquia, instituição, inquilino, espaço de trabalho, base de dados,
    banco de dados`,
  notPassword: `
    cartão, chave api, chave de api, pergunta secreta, pergunta de segurança,
    código de barras`,
  captcha: 'caracteres da imagem, digite o código, código da imagem, texto da imagem, não sou um robô, resposta',
  search: `
    *buscar*, busca, pesquisa, pesquisar, procurar, localizar, pesquise, encontrar, filtrar,
    palavras chave`,
  newsletter: 'boletim, assine, inscreva se, novidades, subscreva, subscrever',
  person: `
    nome, sobrenome, apelido, nascimento, endereço, morada, rua, cidade, cep, país, sexo, dia, mês, ano,
    bairro, código postal, profissão, localidade, distrito, gênero`,
  signIn: `
    entrar, entre, iniciar sessão, inicie sessão, acessar, acesso, aceder, já sou cliente,
    já tenho conta, já tem conta, autenticação, autenticar, área do cliente, acesse, fazer login,
    faça login, efetuar login, efetue login, aceda, área reservada, área restrita, área do aluno,
    já sou cadastrado, início de sessão, sessão bloqueada, já tenho cadastro, logar, desbloquear,
    bem vindo de volta`,
  signUp: `
    cadastr*, registar*, registre/registe/cadastre se, registrar, registo, registro, criar/abrir conta,
    crie sua/uma conta, criar uma conta, inscrever*, novo cliente/usuário/utilizador, criar perfil,
    abra sua conta, crie a sua conta, primeiro acesso, comece/começar agora,
    teste/comece/experimente grátis`,
  reset: 'esquec*, redefinir*, recuperar*, repor*, recuperação*, redefinição*, reposição*, nova senha por*',
  forgot: `
    esquec*, recuperar*, redefinir*, perdeu*, repor*, problemas para entrar, perdi a/minha senha,
    não consigo*`,
  change: `
    alterar senha, alterar a senha, mudar senha, trocar senha, alterar palavra passe, alteração de senha,
    nova senha, nova palavra passe, redefinir senha, mude sua senha, alterar a palavra passe,
    alterar sua senha, mudança de senha, troca de senha, mudar palavra passe, senha expirou, senha expirada`,
  remember: `
    lembrar*, lembre*, manter sessão*, manter/continuar conectado, permanecer*, mantenha*,
    manter a sessão*, confiar neste*, memorizar*, salvar usuário`,
  terms: 'aceito, termos, condições, política de privacidade, li e, desejo receber, concordo',
  next: 'próximo, seguinte, continuar, avançar, enviar, confirmar, prosseguir, validar',
  save: 'salvar*, guardar*, aplicar, atualizar, alterar, testar*, gravar, adicionar, incluir',
  manage: `
    editar/novo/adicionar/criar/alterar usuário, editar/adicionar/criar utilizador, gerenciar usuários,
    gestão de utilizadores, função, perfil de acesso, permissões, novo operador,
    lista/gestão/cadastro de usuários, perfil/cadastro de usuário, papéis, dados do usuário`,
  settings: 'servidor, porta, criptografia, configurações, definições, nome do host, encriptação, chave de rede',
}
